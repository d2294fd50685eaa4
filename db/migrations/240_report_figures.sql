-- The first forms with their figures. A form is data: an office writes a new edition of it on screen.

UPDATE report_form SET figures = '{dh_tong,dh_cham_lo,dh_boi_duong,dh_cong_nhan,dh_ton_vinh,dh_ca_nhan,dh_tap_the,dh_ho_gia_dinh,dh_toan_dien,dh_tung_mat,dh_nhan_to_moi,dh_tien_tien,dh_xuat_sac,ky_phat_hien,ky_de_nghi,ky_chon,ky_cong_nhan,ky_ton_vinh,ky_ngay_cho_tb,kt_phai,kt_da,kt_ty_le,kt_tac_dung,kt_hieu_qua,kt_phat_trien,kt_anh_huong,gd_phai,gd_da,bd_phai,bd_da,kinh_phi,kth_tong,kth_ca_nhan,kth_tap_the,kth_ho,kth_tinh,sl_ty_le_xac_nhan,dv_co_dh,dv_chua_co_dh,bc_ty_le_dung_han}'
  WHERE key = 'nam';

INSERT INTO report_form (key, name, kind, figures, tables) VALUES
  ('quy', 'Báo cáo quý', 'periodic',
    '{dh_cham_lo,ky_phat_hien,ky_de_nghi,ky_chon,ky_cong_nhan,ky_ton_vinh,gd_phai,gd_da,bd_phai,bd_da}', '{state,help}'),
  ('so-ket', 'Báo cáo sơ kết', 'interim',
    '{dh_tong,dh_cham_lo,dh_ca_nhan,dh_tap_the,dh_ho_gia_dinh,dh_toan_dien,dh_tung_mat,dh_tien_tien,dh_xuat_sac,ky_phat_hien,ky_chon,ky_cong_nhan,ky_ton_vinh,kt_phai,kt_da,kt_ty_le,gd_phai,gd_da,bd_phai,bd_da,kinh_phi,kth_tong,kth_tinh,lv_diem,lv_dat,dv_co_dh,dv_chua_co_dh,kh_phai,kh_da_nop,kh_dung_han,bc_ty_le_nop,bc_ty_le_dung_han}',
    '{state,field,kind,branch,quota,check,award,help}');

INSERT INTO report_form_part (form_id, key, ord, name, hint)
  SELECT f.id, p.key, p.ord, p.name, p.hint FROM report_form f, (VALUES
    ('result', 1, 'Kết quả trong quý', 'Việc phát hiện, lựa chọn, bồi dưỡng, giúp đỡ điển hình trong quý.'),
    ('difficulty', 2, 'Khó khăn, vướng mắc', 'Việc chậm, việc chưa làm được và vì sao.'),
    ('next', 3, 'Nhiệm vụ quý tới', 'Việc gì, ai làm, xong trước ngày nào.'),
    ('proposal', 4, 'Kiến nghị, đề xuất', 'Với ai, việc gì, trước khi nào.')) AS p (key, ord, name, hint)
  WHERE f.key = 'quy';
INSERT INTO report_form_part (form_id, key, ord, name, hint)
  SELECT f.id, p.key, p.ord, p.name, p.hint FROM report_form f, (VALUES
    ('leadership', 1, 'Công tác lãnh đạo, chỉ đạo', 'Văn bản đã ban hành, phân công, kiểm tra, đôn đốc.'),
    ('result', 2, 'Kết quả', 'Phát hiện, lựa chọn, bồi dưỡng, tôn vinh từ đầu kỳ; so với kế hoạch.'),
    ('effect', 3, 'Hiệu quả', 'Giá trị kinh tế, ý nghĩa xã hội, sức lan tỏa đã thấy được, ở đâu.'),
    ('shortcoming', 4, 'Tồn tại', 'Việc đã giao mà chưa làm, nơi chưa có điển hình, hồ sơ quá hạn.'),
    ('limitation', 5, 'Hạn chế', 'Việc đã làm nhưng chưa đạt yêu cầu.'),
    ('cause', 6, 'Nguyên nhân', 'Khách quan và chủ quan của các tồn tại, hạn chế trên.'),
    ('lesson', 7, 'Bài học kinh nghiệm', 'Cách làm nên giữ, cách làm nên bỏ.'),
    ('next', 8, 'Nhiệm vụ, giải pháp thời gian tới', 'Việc gì, ai làm, xong trước ngày nào.'),
    ('proposal', 9, 'Kiến nghị, đề xuất', 'Với ai, việc gì, trước khi nào.')) AS p (key, ord, name, hint)
  WHERE f.key = 'so-ket';

-- The text that used a figure is looked up from the figure.
CREATE INDEX report_figure_use_indicator ON report_figure_use (indicator, report_id);

-- When the frozen figures of a report were last counted anew, and which of them have changed since: {indicator: value}.
CREATE TABLE report_recount (
  report_id bigint PRIMARY KEY REFERENCES report,
  -- the version of the report that was looked at
  report_version int NOT NULL,
  -- the newest change of a record that was taken in
  up_to_event bigint NOT NULL,
  counted_at timestamptz NOT NULL,
  changes jsonb NOT NULL
);
-- Which changes can change a figure of the past, newest first.
CREATE INDEX audit_event_counted ON audit_event (id) WHERE thing IN ('exemplar', 'office', 'plan', 'duty');
